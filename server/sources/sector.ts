/** A source's own category as one of our plain sectors, where it maps plainly. Occupations are classified elsewhere. */
import type { Sector } from "#shared/vacancies/schema.ts";

const CATEGORIES: Readonly<Record<Exclude<Sector, "other">, RegExp>> = {
  childcare: /^(?:early years|child ?care|nursery|childminding|early years and childcare|gofal plant)$/i,
  care: /^(?:social care|social work|care services|care|adult social care|care work|health and social care|home care|domiciliary care|gofal(?: cymdeithasol)?)$/i,
  schools:
    /^(?:education|schools?|teaching|education and training|education support|school support|other support|teaching assistant|teacher|addysg)$/i,
  health: /^(?:health|health and science|health ?care|nhs|nursing|healthcare and nursing|medical|iechyd)$/i,
  shops: /^(?:retail|shops?|sales assistants?|retail and sales|manwerthu)$/i,
  food: /^(?:catering|hospitality|hospitality and catering|food|kitchen|catering and hospitality|arlwyo|lletygarwch)$/i,
  cleaning: /^(?:cleaning|domestic|housekeeping|cleaning and domestic|domestic help and cleaning|glanhau)$/i,
  offices:
    /^(?:admin|administration|office|clerical|secretarial|accounting and finance|accounting|finance|hr|hr and recruitment|human resources|business and administration|legal|legal,? finance and accounting|administrative|gweinyddu|gweinyddol)$/i,
  customers: /^(?:customer services?|call cent(?:re|er)|contact cent(?:re|er)|reception)$/i,
  driving: /^(?:driving|transport|drivers?|delivery|logistics and driving|gyrru)$/i,
  warehouses: /^(?:warehous(?:e|ing)|logistics|logistics and warehouse|distribution|storage|supply chain)$/i,
  factories:
    /^(?:manufacturing|production|factory|manufacturing and production|engineering and manufacturing|gweithgynhyrchu)$/i,
  trades:
    /^(?:construction|trades?|building|trade and construction|construction and the built environment|maintenance|engineering and maintenance|plumbing|electrical|adeiladu)$/i,
  outdoors:
    /^(?:agriculture|farming|gardening|horticulture|outdoors?|environment|agriculture,? fishing and forestry|agriculture,? environmental and animal care|animal care)$/i,
  computing: /^(?:it|ict|computing|digital|information technology|software|it jobs|digital and it)$/i,
  leisure: /^(?:leisure|sport|sports?|leisure and tourism|tourism|travel|fitness|arts|hamdden)$/i,
};

/** `null` where the category is ours to guess at: "Other", "Full time", a code. */
export function readSector(written: string): Sector | null {
  const name = written
    .replace(/[_-]+/g, " ")
    .replace(/\s*&\s*/g, " and ")
    .replace(/\s*\bjobs?$/i, "")
    .replace(/\s+/g, " ")
    .trim();
  const found = Object.entries(CATEGORIES).find(([, words]) => words.test(name));
  return (found?.[0] as Sector | undefined) ?? null;
}
