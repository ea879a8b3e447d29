let audio;

/** Two soft falling tones, made here so that no sound file has to be loaded. Browsers stay silent until the first touch. */
export function ring() {
  audio ??= new AudioContext();
  void audio.resume();
  tone(784, audio.currentTime);
  tone(587, audio.currentTime + 0.35);
}

function tone(frequency, at) {
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.4, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.9);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + 1);
}
