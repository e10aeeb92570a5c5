/** A short silent film. One that does not start, fails, or stands still is given up. */
import { Component, createRef } from "preact";
import type { Media } from "#shared/schema.ts";
import { mediaUrl } from "#kiosk/live/media.ts";

interface Props {
  readonly media: Media;
  /** It came to its end; returns whether it should play once more. */
  readonly onEnd: () => boolean;
  readonly onStuck: () => void;
}

/** Without progress for so long it counts as stuck (ms). */
const PATIENCE = 10_000;

export class Film extends Component<Props> {
  private readonly player = createRef<HTMLVideoElement>();
  private watchdog: ReturnType<typeof setTimeout> | undefined;

  override componentDidMount(): void {
    this.play();
  }

  override componentWillUnmount(): void {
    clearTimeout(this.watchdog);
    const player = this.player.current;
    // A player keeps its decoder, of which a stick has one or two, until its source is gone.
    player?.pause();
    player?.removeAttribute("src");
    player?.load();
  }

  private play(): void {
    this.watch();
    const playing: Promise<void> | undefined = this.player.current?.play();
    playing?.catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === "AbortError")) this.giveUp();
    });
  }

  private readonly watch = (): void => {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(this.giveUp, PATIENCE);
  };

  private readonly giveUp = (): void => {
    clearTimeout(this.watchdog);
    this.props.onStuck();
  };

  private readonly end = (): void => {
    clearTimeout(this.watchdog);
    if (this.props.onEnd()) this.play();
  };

  override render({ media }: Props) {
    return (
      <video
        ref={this.player}
        src={mediaUrl(media)}
        muted
        playsInline
        preload="auto"
        disableRemotePlayback
        onTimeUpdate={this.watch}
        onEnded={this.end}
        onError={this.giveUp}
      />
    );
  }
}
