/**
 * "turn2us.org.uk": as much of a web address as a person remembers; "" for any other address.
 * By hand, since `URL.canParse` came with Chrome 120 and Safari 17 only.
 */
export function hostOf(address: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? "";
}
