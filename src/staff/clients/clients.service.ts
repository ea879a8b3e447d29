import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { randomSecret } from '../../platform/crypto/secret-text.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { notFound } from '../../platform/problems/problem.js';
import { refusedBy } from '../../platform/problems/refused-by.js';
import { SessionsService } from '../access/sessions.service.js';
import { postOf } from '../post-of.js';
import { ApiClient } from './api-client.entity.js';
import type { ClientList, ClientResponse, NewClientRequest, NewClientResponse } from './clients.dto.js';

/** Programs of partner organisations: let in by an administrator, shut out at any time. */
@Injectable()
export class ClientsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly keyring: Keyring,
    private readonly sessions: SessionsService,
  ) {}

  async list(caller: Caller): Promise<ClientList> {
    const where = { postId: In([...caller.posts]) };
    const clients = await this.database.dataSource.manager.find(ApiClient, { where, order: { name: 'ASC' } });
    return { items: clients.map(response) };
  }

  /** @throws Problem `invalid-input` where the name is taken, or it is not said for which of several posts */
  async admit(caller: Caller, { name, postId: named }: NewClientRequest): Promise<NewClientResponse> {
    const id = newId();
    const secret = randomSecret();
    const postId = postOf(caller, named);
    return this.database
      .transaction(caller.posts, async (tx) => {
        await tx.query('INSERT INTO api_client (id, post_id, name, secret_index) VALUES ($1, $2, $3, $4)', [
          id,
          postId,
          name,
          this.keyring.blindIndex('client-secret', secret),
        ]);
        await this.audit.record(tx, caller, {
          action: 'client.admitted',
          subject: { kind: 'client', id },
          postId,
        });
        return { ...response(await tx.findOneByOrFail(ApiClient, { id })), secret };
      })
      .catch(refusedBy({ api_client_name_once: { pointer: '/name', code: 'already-used' } }));
  }

  /** @throws Problem `not-found` */
  shutOut(caller: Caller, id: string): Promise<void> {
    return this.database.transaction(caller.posts, async (tx) => {
      const [[shutOut]] = await tx.query<[{ postId: string }[], number]>(
        'UPDATE api_client SET active = false WHERE id = $1 AND post_id = ANY ($2) RETURNING post_id AS "postId"',
        [id, caller.posts],
      );
      if (!shutOut) throw notFound();
      await this.sessions.endAllOf(tx, id);
      await this.audit.record(tx, caller, {
        action: 'client.shut-out',
        subject: { kind: 'client', id },
        postId: shutOut.postId,
      });
    });
  }
}

const response = ({ id, name, active, createdAt }: ApiClient): ClientResponse => ({
  id,
  name,
  active,
  createdAt: createdAt.toISOString(),
});
