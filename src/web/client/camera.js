/** Where there is a camera, a photo can be taken at once; it goes into the file field that works without scripts too. */
const RATIO = 35 / 45;

export function offerCamera() {
  for (const form of document.querySelectorAll('form[data-camera]'))
    if (navigator.mediaDevices?.getUserMedia) setUp(form);
}

function setUp(form) {
  const find = (name) => form.querySelector(`[data-camera-${name}]`);
  const [view, buttons, start, capture] = ['view', 'buttons', 'start', 'capture'].map(find);
  const video = view.querySelector('video');
  buttons.hidden = false;
  start.addEventListener('click', async () => {
    video.srcObject = await navigator.mediaDevices.getUserMedia({
      video: { width: { ideal: 1280 }, height: { ideal: 1280 } },
    });
    await video.play();
    view.hidden = capture.hidden = false;
    start.hidden = true;
  });
  capture.addEventListener('click', async () => {
    const files = new DataTransfer();
    files.items.add(new File([await pictureOf(video)], 'photo.jpg', { type: 'image/jpeg' }));
    form.querySelector('input[type=file]').files = files.files;
    for (const track of video.srcObject.getTracks()) track.stop();
    view.hidden = capture.hidden = true;
    start.hidden = false;
    form.querySelector('button:not([type=button])').focus();
  });
}

/** The middle of what the camera sees, upright. */
function pictureOf(video) {
  const { videoWidth, videoHeight } = video;
  const width = Math.min(videoWidth, videoHeight * RATIO);
  const height = width / RATIO;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas
    .getContext('2d')
    .drawImage(
      video,
      (videoWidth - width) / 2,
      (videoHeight - height) / 2,
      width,
      height,
      0,
      0,
      width,
      height,
    );
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
}
