/** What a browser is told by web-push: written by the hub, shown by the console's service worker. */
export interface Told {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly url: string | null;
}
