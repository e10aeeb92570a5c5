/**
 * An icon from Lucide (ISC licence), handed over as its file's text, so that a page carries only its own:
 * `import inbox from "lucide-static/icons/inbox.svg?raw"` and `<Icon of={inbox} />`.
 * It says nothing by itself: words stand beside it.
 */
export function Icon({ of }: { readonly of: string }) {
  return <span class="icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: of }} />;
}
