/**
 * Where slides follow each other. The next fades in over the one before, which stays until it is
 * covered, so that nothing else ever shines through.
 */
import { Component, type VNode } from "preact";

interface Props {
  /** Another key is another slide; with the same one it changes in place. */
  readonly slide: { readonly key: string; readonly node: VNode };
  /** `quick` where what was shown must not stay. */
  readonly pace: "calm" | "quick";
}

interface Layer {
  readonly key: string;
  /** Counts layers, as a slide may come again while it still fades. */
  readonly number: number;
  readonly node: VNode;
  readonly pace: Props["pace"];
}

interface State {
  readonly layers: readonly Layer[];
}

/** A little longer than the fades in the style sheet (ms). */
const COVERED = { calm: 650, quick: 200 };

export class Stage extends Component<Props, State> {
  override state: State = { layers: [] };
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override getDerivedStateFromProps({ slide, pace }: Props, { layers }: State): State {
    const top = layers[layers.length - 1];
    if (top?.key === slide.key) {
      return { layers: layers.map((layer) => (layer === top ? { ...top, node: slide.node } : layer)) };
    }
    const next = { key: slide.key, number: (top?.number ?? 0) + 1, node: slide.node, pace };
    return { layers: top ? [top, next] : [next] };
  }

  override componentDidUpdate(_: Props, before: State): void {
    const { layers } = this.state;
    const top = layers[layers.length - 1];
    if (!top || top.number === before.layers[before.layers.length - 1]?.number) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(this.clear, COVERED[top.pace]);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.timer);
  }

  private readonly clear = (): void => {
    this.setState(({ layers }) => ({ layers: layers.slice(-1) }));
  };

  override render(_: Props, { layers }: State) {
    return (
      <div class="stage">
        {layers.map((layer, at) => (
          <div
            class={`layer ${layer.number === 1 ? "" : layer.pace}`}
            key={layer.number}
            aria-hidden={at < layers.length - 1}
          >
            {layer.node}
          </div>
        ))}
      </div>
    );
  }
}
