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
const waiting = new Set<Fit>();

/** Once the picture's size or the fonts have changed. */
export function fitAgain(): void {
  for (const box of boxes) box.wait();
}

/** All of them level by level: each look at a size after a change has the page laid out once more. */
function fitAll(): void {
  let loose = [...waiting];
  waiting.clear();
  for (let level = 0; loose.length > 0; level += 1) {
    loose = loose.filter((box) => box.take(level));
    loose = loose.filter((box) => box.overflows());
  }
}

export class Fit extends Component<Props> {
  private readonly box = createRef<HTMLDivElement>();

  override componentDidMount(): void {
    boxes.add(this);
    this.wait();
  }

  override componentDidUpdate(): void {
    this.wait();
  }

  override componentWillUnmount(): void {
    boxes.delete(this);
    waiting.delete(this);
  }

  /** Until all that is being drawn is there, and before it is painted. */
  wait(): void {
    if (waiting.size === 0) void Promise.resolve().then(fitAll);
    waiting.add(this);
  }

  /** Whether there is such a level. */
  take(level: number): boolean {
    if (!this.box.current || level >= this.props.levels) return false;
    this.box.current.dataset["fit"] = String(level);
    return true;
  }

  /**
   * Whether something in the box or in one of its parts does not find room. Letters may stand a little
   * out of their lines: an eighth of a rem is not missed.
   */
  overflows(): boolean {
    const box = this.box.current!;
    const slack = parseFloat(getComputedStyle(document.documentElement).fontSize) / 8;
    return [box, ...box.children].some(
      (part) => part.scrollHeight > part.clientHeight + slack || part.scrollWidth > part.clientWidth + slack,
    );
  }

  override render({ class: name, children }: Props) {
    return (
      <div class={`fit ${name}`} ref={this.box}>
        {children}
      </div>
    );
  }
}
