/** Where a postcode lies: the very place where postcodes were put into the data folder, else the middle of its district. */
import { locateOutcode } from "./outcodes.ts";
import { readPostcode } from "./postcode.ts";
import { postcodesIn } from "./postcodes.ts";

export function locate(written: string, data: string): { readonly lat: number; readonly lon: number } | null {
  const code = readPostcode(written);
  if (!code) return null;
  const place = (code.postcode && postcodesIn(data)?.(code.postcode)) || locateOutcode(code.outcode);
  return place && { lat: place.lat, lon: place.lon };
}
