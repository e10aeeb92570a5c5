/** What a browser is told by web-push: written by the hub, shown by the console's service worker. */
export interface Told {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Where it leads, on the hub that its browser knows: also where nobody has said how others reach that. */
  readonly url: string | null;
}
