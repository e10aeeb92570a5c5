/** The ten: cards that run along the board as long as there are more of them than it holds. */
import { Component, createRef, type VNode } from "preact";
import { fitAgain } from "#kiosk/ui/Fit.tsx";
import { carryOn, framesOf, positionAt, roundTime, timeAt, type Motion, type Strip } from "./motion.ts";

export interface Card {
  readonly key: string;
  readonly node: VNode;
}

interface Props {
  readonly cards: readonly Card[];
  readonly motion: Motion;
  readonly direction: "ltr" | "rtl";
}

interface State {
  /** 0 until the pane has been measured: cards that are drawn before it would be laid out twice. */
  readonly visible: number;
  readonly axis: Strip["axis"];
}

export class Ten extends Component<Props, State> {
  override state: State = { visible: 0, axis: "X" };
  private readonly pane = createRef<HTMLDivElement>();
  private readonly track = createRef<HTMLOListElement>();
  private running: { strip: Strip; cards: readonly string[]; animation: Animation } | null = null;

  override componentDidMount(): void {
    addEventListener("resize", this.measure);
    this.measure();
    this.run();
  }

  override componentDidUpdate(_: Props, before: State): void {
    this.measure();
    const anew = before.visible !== this.state.visible || before.axis !== this.state.axis;
    if (before.visible > 0 && anew) fitAgain();
    this.run();
  }

  override componentWillUnmount(): void {
    removeEventListener("resize", this.measure);
    this.halt();
  }

  /** The style sheet says in `--card` how long a card must at least be, in rem, and whether they stand in a column. */
  private readonly measure = (): void => {
    const pane = this.pane.current;
    if (!pane) return;
    const style = getComputedStyle(pane);
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const axis = style.getPropertyValue("--axis").trim() === "column" ? "Y" : "X";
    const room = axis === "Y" ? pane.clientHeight : pane.clientWidth;
    const card = parseFloat(style.getPropertyValue("--card")) * rem;
    const visible = Math.max(1, Math.floor(room / card + 0.01));
    if (visible !== this.state.visible || axis !== this.state.axis) this.setState({ visible, axis });
  };

  /** Starts moving, goes on from the same card after a change, or stands still. */
  private run(): void {
    const { cards, motion, direction } = this.props;
    const { visible, axis } = this.state;
    const sign = axis === "X" && direction === "rtl" ? 1 : -1;
    const strip: Strip = { motion, axis, sign, count: cards.length, visible };
    const keys = cards.map((card) => card.key);
    const before = this.running;
    if (before && same(before.strip, strip) && same(before.cards, keys)) return;
    const position = before ? positionAt(before.strip, before.animation.currentTime as number) : 0;
    this.halt();
    const track = this.track.current;
    if (!track || visible === 0 || strip.count <= visible) return;
    const animation = track.animate(framesOf(strip), { duration: roundTime(strip), iterations: Infinity });
    if (before) animation.currentTime = timeAt(strip, carryOn(before.cards, position, keys));
    this.running = { strip, cards: keys, animation };
  }

  private halt(): void {
    this.running?.animation.cancel();
    this.running = null;
  }

  override render({ cards, motion, direction }: Props, { visible, axis }: State) {
    const moves = visible > 0 && cards.length > visible;
    const again = moves ? cards.slice(0, visible + 1) : [];
    const basis = `${100 / visible}%`;
    return (
      <div class="ten-pane" ref={this.pane} dir={direction}>
        <ol class={`track ${axis === "Y" ? "column" : ""} ${moves ? motion : "still"}`} ref={this.track}>
          {(visible > 0 ? cards : []).map((card) => (
            <li key={card.key} style={{ flexBasis: basis }}>
              {card.node}
            </li>
          ))}
          {again.map((card) => (
            <li key={`again ${card.key}`} style={{ flexBasis: basis }} aria-hidden="true">
              {card.node}
            </li>
          ))}
        </ol>
      </div>
    );
  }
}

function same(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
