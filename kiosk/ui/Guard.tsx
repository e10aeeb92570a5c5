/** Keeps a part that throws from taking the rest of the screen with it. */
import { Component, type ComponentChildren } from "preact";

interface Props {
  /** Goes up with what is shown: a mended version gets another chance. */
  readonly version: number;
  readonly onFail?: (error: unknown) => void;
  readonly children: ComponentChildren;
}

interface State {
  readonly failed: number | null;
}

export class Guard extends Component<Props, State> {
  override state: State = { failed: null };

  override componentDidCatch(error: unknown): void {
    this.setState({ failed: this.props.version });
    this.props.onFail?.(error);
  }

  override render({ version, children }: Props, { failed }: State) {
    return failed === version ? null : children;
  }
}
