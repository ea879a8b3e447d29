import { watchExit } from './exit-this-page.js';
import { focusErrors, offerPrinting, stopDoubleClicks } from './forms.js';

watchExit();
focusErrors();
offerPrinting();
stopDoubleClicks();
