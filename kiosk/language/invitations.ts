/** "Touch to start", as a kiosk says it while nobody has chosen a language. */
import type { Language } from "#shared/languages.ts";

export const INVITATIONS: Readonly<Record<Language, string>> = {
  en: "Touch to start",
  cy: "Cyffyrddwch i ddechrau",
  pl: "Dotknij, aby zacząć",
  ro: "Atingeți pentru a începe",
  ur: "شروع کرنے کے لیے چھوئیں",
  pa: "ਸ਼ੁਰੂ ਕਰਨ ਲਈ ਛੂਹੋ",
  bn: "শুরু করতে ছুঁয়ে দিন",
  ar: "المس للبدء",
};
