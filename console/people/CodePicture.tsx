/** A QR code, drawn here: what is in it goes nowhere. */
import { generate } from "lean-qr";
import { toSvgSource } from "lean-qr/extras/svg";

export function CodePicture({ text, label }: { readonly text: string; readonly label: string }) {
  const source = toSvgSource(generate(text), { on: "#17213a", padX: 1, padY: 1 });
  return (
    <div class="code-picture" role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: source }} />
  );
}
