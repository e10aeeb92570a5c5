/** SOC 2020 in the words of a reception: about fifteen plain sectors, and the titles that this field really uses. */
import type { Sector } from "#shared/vacancies/schema.ts";

/** By the beginning of the code; the longest that fits counts. */
const BY_CODE: Readonly<Record<string, Sector>> = {
  "1": "offices", "2": "offices", "3": "offices", "4": "offices", "5": "trades", "6": "other", "7": "shops", "8": "factories", "9": "other",
  "1121": "factories", "1122": "trades", "1123": "factories", "1137": "computing", "1140": "warehouses", "1150": "shops", "1161": "other", "1162": "other", "1163": "other", "117": "health", "1172": "care",
  "121": "outdoors", "1221": "food", "1222": "food", "1223": "food", "1224": "leisure", "1225": "leisure", "1231": "health", "1232": "care", "1233": "childcare",
  "1241": "driving", "1242": "warehouses", "1243": "warehouses", "1252": "trades", "1253": "other", "1254": "outdoors", "1255": "leisure", "1256": "leisure", "1257": "shops",
  "211": "other", "212": "factories", "213": "computing", "2141": "computing", "215": "outdoors", "22": "health", "2240": "outdoors", "231": "schools", "2315": "childcare", "232": "schools", "2324": "childcare",
  "245": "trades", "246": "care", "2463": "other", "2464": "care", "247": "leisure",
  "311": "factories", "312": "trades", "313": "computing", "321": "health", "322": "care", "3222": "childcare", "3223": "offices", "3231": "schools", "3232": "childcare", "324": "outdoors",
  "331": "other", "341": "leisure", "342": "other", "343": "leisure", "351": "driving", "3557": "leisure", "3573": "computing", "3574": "schools", "3555": "shops", "3552": "shops", "3556": "shops", "3553": "shops",
  "4112": "offices", "4123": "customers", "4135": "leisure", "4143": "customers", "4213": "schools", "4216": "customers", "4133": "warehouses", "4134": "driving",
  "511": "outdoors", "543": "food", "521": "factories", "522": "factories", "541": "factories", "542": "factories", "5443": "shops", "5241": "trades", "5244": "computing",
  "611": "childcare", "6112": "schools", "6113": "schools", "612": "outdoors", "613": "care", "6131": "health", "6132": "health", "6133": "health", "6138": "other",
  "621": "leisure", "622": "other", "6231": "cleaning", "6232": "cleaning", "6240": "cleaning", "6250": "food", "631": "other",
  "7113": "customers", "712": "shops", "7123": "driving", "72": "customers",
  "8111": "factories", "815": "trades", "82": "driving", "8222": "warehouses",
  "911": "outdoors", "912": "trades", "913": "factories", "9131": "cleaning", "9211": "driving", "9219": "offices", "922": "cleaning", "9224": "cleaning", "9225": "outdoors", "9231": "other", "9232": "schools", "9233": "schools",
  "924": "shops", "925": "warehouses", "9253": "driving", "926": "food", "9262": "health", "9267": "leisure", "9269": "other",
}; // prettier-ignore

export function sectorOfCode(code: string): Sector {
  for (let length = code.length; length > 0; length--) {
    const sector = BY_CODE[code.slice(0, length)];
    if (sector) return sector;
  }
  return "other";
}

/** Titles and abbreviations of adverts that volume 1 does not list, under the unit group they belong to. */
export const TITLES_OF_THE_FIELD: Readonly<Record<string, readonly string[]>> = {
  "2231": ["midwife"],
  "2237": ["nurse", "registered nurse", "staff nurse", "rgn"],
  "2461": ["social worker"],
  "2313": ["teacher of geography", "subject teacher", "teacher of maths", "teacher of english", "teacher of science", "secondary teacher", "maths teacher", "english teacher", "science teacher", "head of department", "head of geography"],
  "2314": ["teacher", "class teacher", "primary teacher", "eyfs teacher", "supply teacher", "ks1 teacher", "ks2 teacher"],
  "2321": ["headteacher", "pennaeth", "dirprwy bennaeth", "deputy headteacher", "head teacher", "assistant headteacher"],
  "2316": ["senco", "sendco", "sen teacher"],
  "2315": ["nursery teacher"],
  "2324": ["nursery manager", "deputy nursery manager", "pre-school manager", "early years manager"],
  "3131": ["it technician", "ict technician"],
  "3132": ["it support", "it support technician", "helpdesk analyst", "service desk analyst"],
  "3221": ["youth worker", "gweithiwr ieuenctid", "community worker", "family support worker", "outreach worker", "play worker family support"],
  "3231": ["hlta", "higher level teaching assistant"],
  "3232": ["early years educator", "early years practitioner", "nursery practitioner", "nursery educator", "room leader", "nursery room leader", "childcare practitioner", "deputy room leader", "eyp"],
  "4112": ["housing benefit officer", "administrative officer", "council officer"],
  "4159": ["administrator", "gweinyddwr", "admin", "office administrator", "clerical officer", "business support assistant", "business support officer", "data administrator", "swyddog gweinyddol", "office assistant", "office apprentice"],
  "4213": ["school secretary", "school administrator", "school office", "attendance officer"],
  "4216": ["receptionist", "reception", "medical receptionist", "derbynnydd"],
  "5113": ["gardener"],
  "5434": ["chef", "sous chef", "chef de partie", "commis chef", "head chef"],
  "5435": ["cook", "school cook", "cook in charge", "kitchen manager"],
  "6111": ["nursery nurse", "nursery assistant", "nursery apprentice", "early years assistant", "childcare assistant", "creche worker", "creche assistant", "nursery worker", "cynorthwyydd meithrin", "nyrs feithrin"],
  "6112": ["teaching assistant", "ta", "classroom assistant", "learning support assistant", "lsa", "cymhorthydd dosbarth", "cynorthwyydd dysgu", "cynorthwyydd addysgu", "cymhorthydd addysgu", "cynorthwyydd dosbarth", "sen teaching assistant", "graduate teaching assistant"],
  "6113": ["cover supervisor", "learning mentor", "pastoral support", "behaviour support", "sen support", "one to one support", "invigilator support"],
  "6114": ["childminder"],
  "6117": ["playworker", "breakfast club assistant", "gweithiwr chwarae", "after school club assistant", "holiday club assistant", "wraparound care assistant"],
  "6131": ["healthcare assistant", "health care assistant", "hca", "healthcare support worker", "nursing assistant", "maternity support worker", "phlebotomist"],
  "6135": ["carer", "care assistant", "care worker", "support worker", "home carer", "domiciliary carer", "domiciliary care worker", "personal assistant carer", "care and support worker", "night carer", "gweithiwr gofal", "gweithiwr cymorth"],
  "6136": ["senior carer", "senior support worker", "team leader care"],
  "6232": ["caretaker", "site manager", "premises officer", "premises manager", "site supervisor", "site assistant", "school caretaker", "gofalwr ysgol", "gofalwr safle"],
  "6221": ["hairdresser", "barber"],
  "6231": ["housekeeper", "domestic assistant", "housekeeping assistant", "room attendant"],
  "7111": ["shop assistant", "sales assistant", "retail assistant", "store assistant", "customer assistant", "store colleague", "retail sales assistant", "cynorthwyydd siop", "sales advisor", "team member retail"],
  "7112": ["cashier", "checkout assistant", "checkout operator"],
  "7132": ["store supervisor", "shop supervisor", "assistant store manager", "retail supervisor"],
  "7211": ["call centre agent", "contact centre advisor", "call handler"],
  "7219": ["customer service advisor", "customer service assistant", "customer service apprentice", "customer services", "customer adviser", "customer service representative"],
  "8111": ["food production operative", "food operative"],
  "8149": ["production operative", "factory operative", "machine operative", "assembly operative"],
  "8211": ["hgv driver", "lgv driver", "class 1 driver", "class 2 driver"],
  "8212": ["bus driver", "minibus driver", "coach driver"],
  "8213": ["taxi driver"],
  "8214": ["delivery driver", "van driver", "courier", "multi drop driver", "driver"],
  "9132": ["packer", "packing operative"],
  "9223": ["cleaner", "cleaning operative", "school cleaner", "domestic", "cleaning assistant", "office cleaner", "hospital domestic"],
  "9225": ["refuse loader", "bin loader", "waste operative", "recycling loader"],
  "9231": ["security officer", "security guard", "door supervisor"],
  "9232": ["midday supervisor", "goruchwyliwr canol dydd", "lunchtime supervisor", "midday meals supervisor", "midday assistant", "msa", "lunchtime assistant", "school crossing patrol", "midday supervisory assistant", "lollipop"],
  "9233": ["exam invigilator", "invigilator"],
  "9241": ["shelf stacker", "shelf filler", "replenishment assistant"],
  "9252": ["warehouse operative", "warehouse assistant", "picker packer", "order picker", "warehouse worker", "picker"],
  "9263": ["kitchen assistant", "cynorthwyydd cegin", "cynorthwyydd arlwyo", "kitchen porter", "catering assistant", "general kitchen assistant", "canteen assistant", "catering team member", "food service assistant", "school catering assistant"],
  "9264": ["waiter", "waitress", "waiting staff", "food and beverage assistant"],
  "9265": ["bar staff", "bartender", "bar person"],
  "9266": ["barista", "cafe assistant", "coffee shop assistant"],
}; // prettier-ignore
