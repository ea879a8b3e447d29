import { Injectable } from '@nestjs/common';
import { Environment } from '../../platform/config/environment.js';
import { SealedBox } from '../../platform/crypto/sealed-box.js';
import { Translator } from '../../platform/i18n/translator.js';
import type { Caller } from '../../platform/auth/caller.js';
import { onlyPost } from '../../platform/auth/caller.js';
import { PostsService } from '../../posts/posts.service.js';
import { Pages } from '../frame/pages.js';
import type { PageContext } from '../page-context.js';
import { paths } from '../paths.js';
import { NO_ANSWERS } from '../register/answers.js';
import {
  CARRIED,
  isAsked,
  REPORTED,
  type Reported,
  STEP_FIELDS,
  stepForm,
  stepsWith,
} from '../register/register-step.js';
import { faultWords } from './fault-words.js';
import type { KioskStartPage } from './kiosk.view.js';

type KioskQuestion = Exclude<Reported, 'post'>;

/** The questions of every registration, that of children too; but the post is where the kiosk stands. */
const QUESTIONS = REPORTED.filter((step): step is KioskQuestion => step !== 'post');

/** Writes the page on which a kiosk registers people by itself. The questions are the same templates that phones get. */
@Injectable()
export class KioskPages {
  constructor(
    private readonly pages: Pages,
    private readonly posts: PostsService,
    private readonly translator: Translator,
    private readonly sealedBox: SealedBox,
    private readonly environment: Environment,
  ) {}

  async model(caller: Caller, context: PageContext): Promise<KioskStartPage> {
    const { code } = await this.posts.byId(onlyPost(caller));
    const { locale } = context;
    const fields = QUESTIONS.flatMap((step) => STEP_FIELDS[step]);
    return {
      post: code,
      serviceKey: this.sealedBox.publicKey.toString('base64url'),
      accessLink: `${this.environment.PUBLIC_URL.replace(/\/$/, '')}${paths.statusSignIn}#s=`,
      questions: QUESTIONS.map((step) => ({
        step,
        asked: isAsked(step),
        carried: CARRIED.includes(step),
        html: this.question(step, context),
      })),
      faultWords: JSON.stringify(faultWords(this.translator, locale, fields)),
    };
  }

  private question(step: KioskQuestion, context: PageContext): string {
    // children are asked one more, right after their birth date
    const place = step === 'guardian' ? 'birth' : step;
    const form = stepForm(place, stepsWith(1), { action: paths.kiosk, hidden: [], errors: [] });
    const values = { ...NO_ANSWERS, language: context.locale };
    const bare = { ...context, bare: true };
    // which adults there are to be with, the kiosk itself knows
    return step === 'guardian'
      ? this.pages.html('register/guardian', { form, values, adults: [] }, bare)
      : this.pages.html(`register/${step}`, { form, values }, bare);
  }
}
