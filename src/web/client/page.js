import { watchExit } from './exit-this-page.js';
import { focusErrors, offerPrinting, stopDoubleClicks, waitForNetwork } from './forms.js';

watchExit();
focusErrors();
offerPrinting();
waitForNetwork();
stopDoubleClicks();
