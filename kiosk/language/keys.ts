/** The keys of each language's own letters, row by row, for the keyboard on the glass. */
import type { Language } from "#shared/languages.ts";

export type Rows = readonly string[];

export const LATIN: Rows = ["q w e r t y u i o p", "a s d f g h j k l", "z x c v b n m"];
export const SIGNS: Rows = ["1 2 3 4 5 6 7 8 9 0", "@ . - _ & ' / + ,"];

export const LETTERS: Readonly<Record<Language, Rows>> = {
  en: LATIN,
  cy: [...LATIN, "â ê î ô û ŵ ŷ"],
  pl: [...LATIN, "ą ć ę ł ń ó ś ź ż"],
  ro: [...LATIN, "ă â î ș ț"],
  ur: ["ق و ع ر ت ے ء ی ہ پ", "ا س د ف گ ح ج ک ل", "ز ش چ ط ب ن م آ ٹ ڈ", "ڑ ں ھ خ غ ص ض ذ ث ظ ئ"],
  pa: [
    "ੳ ਅ ੲ ਸ ਹ ਕ ਖ ਗ ਘ ਚ",
    "ਛ ਜ ਝ ਟ ਠ ਡ ਢ ਣ ਤ ਥ",
    "ਦ ਧ ਨ ਪ ਫ ਬ ਭ ਮ ਯ ਰ",
    "ਲ ਵ ੜ ਸ਼ ਜ਼ ਫ਼ ੰ ਂ ੱ ੍",
    "ਾ ਿ ੀ ੁ ੂ ੇ ੈ ੋ ੌ ਆ",
  ],
  bn: [
    "অ আ ই ঈ উ ঊ এ ও ক খ",
    "গ ঘ চ ছ জ ঝ ট ঠ ড ঢ",
    "ণ ত থ দ ধ ন প ফ ব ভ",
    "ম য র ল শ ষ স হ ড় য়",
    "া ি ী ু ূ ে ৈ ো ৌ ্ ং",
  ],
  ar: ["ض ص ث ق ف غ ع ه خ ح ج", "ش س ي ب ل ا ت ن م ك د", "ئ ء ؤ ر ى ة و ز ظ ط ذ"],
};
