import { Get, Query } from '@nestjs/common';
import { AuditQuery } from '../../../platform/audit/audit.dto.js';
import { AuditReader } from '../../../platform/audit/audit-reader.js';
import { Allow } from '../../../platform/auth/allow.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Translator } from '../../../platform/i18n/translator.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { StaffNames } from '../staff-names.js';

/** The audit log for those who watch over it. */
@PageController()
export class AuditPageController {
  constructor(
    private readonly pages: Pages,
    private readonly reader: AuditReader,
    private readonly names: StaffNames,
    private readonly clock: Clock,
    private readonly words: Translator,
  ) {}

  @Get(paths.audit)
  @Allow('auditor')
  async show(@CurrentVisit() visit: GuardedVisit, @Query() query: AuditQuery) {
    const [page, chain] = await Promise.all([
      this.reader.list(visit.caller, query),
      this.reader.verifyChain(),
    ]);
    const name = await this.names.of(page.items.map(({ actorId }) => actorId));
    return this.pages.show(visit, 'console/audit', {
      events: page.items.map((event) => ({
        ...event,
        actor: event.actorId && name(event.actorId),
        act: this.known(`audit.act.${event.action}`),
        role: this.known(`role.${event.actorRole}`) ?? this.known(`audit.role.${event.actorRole}`),
        subject: this.known(`audit.subject.${event.subjectKind}`),
      })),
      chain: { linked: chain.linked, faults: chain.faults.length },
      next: page.next && `${paths.audit}?after=${page.next}`,
      asOf: this.clock.now().toISOString(),
    });
  }

  /** A key that there are words for; a log may hold what the code of today does not know. */
  private known(key: string): string | null {
    return this.words.has(key) ? key : null;
  }
}
