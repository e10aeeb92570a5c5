/** Two soft notes, made on the spot: no file to fetch, and nothing that a room is startled by. */
const NOTES = [
  { pitch: 659, at: 0 },
  { pitch: 880, at: 0.18 },
];
const LASTS = 0.5;
const LOUD = 0.2;

let context: AudioContext | null = null;

/** A browser stays silent until its person has first touched the page. */
export function chime(): void {
  context ??= new AudioContext();
  const { currentTime, destination } = context;
  void context.resume();
  for (const { pitch, at } of NOTES) {
    const note = context.createOscillator();
    const volume = context.createGain();
    note.frequency.value = pitch;
    volume.gain.setValueAtTime(LOUD, currentTime + at);
    volume.gain.exponentialRampToValueAtTime(0.001, currentTime + at + LASTS);
    note.connect(volume).connect(destination);
    note.start(currentTime + at);
    note.stop(currentTime + at + LASTS);
  }
}
