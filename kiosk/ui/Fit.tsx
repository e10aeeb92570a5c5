/**
 * A box whose words are made to fit it: the style sheet says what each level of `data-fit` looks like,
 * from roomy (0) to the smallest that can be read from afar with what does not fit left out.
 */
import { Component, createRef, type ComponentChildren } from "preact";

interface Props {
  readonly class: string;
  /** How many levels the style sheet has for this box. */
  readonly levels: number;
  readonly children: ComponentChildren;
}

const boxes = new Set<Fit>();

/** Once the picture's size or the fonts have changed. */
export function fitAgain(): void {
  for (const box of boxes) box.fit();
}

export class Fit extends Component<Props> {
  private readonly box = createRef<HTMLDivElement>();

  override componentDidMount(): void {
    boxes.add(this);
    this.fit();
  }

  override componentDidUpdate(): void {
    this.fit();
  }

  override componentWillUnmount(): void {
    boxes.delete(this);
  }

  fit(): void {
    const box = this.box.current;
    if (!box) return;
    for (let level = 0; level < this.props.levels; level += 1) {
      box.dataset["fit"] = String(level);
      if (!overflows(box)) return;
    }
  }

  override render({ class: name, children }: Props) {
    return (
      <div class={`fit ${name}`} ref={this.box}>
        {children}
      </div>
    );
  }
}

/**
 * Whether something in the box or in one of its parts does not find room. Letters may stand a little
 * out of their lines: an eighth of a rem is not missed.
 */
function overflows(box: Element): boolean {
  const slack = parseFloat(getComputedStyle(document.documentElement).fontSize) / 8;
  return [box, ...box.children].some(
    (part) => part.scrollHeight > part.clientHeight + slack || part.scrollWidth > part.clientWidth + slack,
  );
}
