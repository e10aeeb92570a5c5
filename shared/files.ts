/** What a file may weigh that is handed in; a page says so before a byte is sent. */
export const MOST_BYTES = 30 * 1024 * 1024;
