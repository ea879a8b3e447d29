import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What every announcement carries at least: enough to find the rest. Never personal data. */
export interface Announcement {
  postId: string;
  requestId: string;
  [key: string]: string | number | boolean | null;
}

export type JobWork = (payload: Announcement) => Promise<void>;

/**
 * How an earlier stage tells later ones that something happened without knowing them: it publishes a topic inside its
 * transaction, and each subscriber becomes one background job in that same transaction (a transactional outbox). Jobs
 * run at least once, so their work must be safe to repeat.
 */
@Injectable()
export class Topics {
  private readonly subscribers = new Map<string, string[]>();
  readonly jobs = new Map<string, JobWork>();
  /** From the names of jobs to when they run: crontab patterns in UTC. */
  readonly timetable = new Map<string, string>();

  /** @param job name of the background job, `stage.act`; unique */
  subscribe(topic: string, job: string, work: JobWork): void {
    this.defineJob(job, work);
    this.subscribers.set(topic, [...(this.subscribers.get(topic) ?? []), job]);
  }

  /** A job that is enqueued by name rather than by a topic. */
  defineJob(job: string, work: JobWork): void {
    if (this.jobs.has(job)) throw new Error(`the job ${job} is defined twice`);
    this.jobs.set(job, work);
  }

  /** A job that runs by itself at certain times, once for all worker processes. @param times such as `7 * * * *`, in UTC */
  schedule(job: string, times: string, work: () => Promise<void>): void {
    this.defineJob(job, work);
    this.timetable.set(job, times);
  }

  /** Joins the caller's transaction: its jobs exist when it is committed, and never otherwise. */
  async publish(tx: EntityManager, topic: string, payload: Announcement): Promise<void> {
    const jobs = this.subscribers.get(topic);
    if (jobs)
      await tx.query('INSERT INTO job_outbox (job, payload) SELECT unnest($1::text[]), $2::json', [
        jobs,
        JSON.stringify(payload),
      ]);
  }
}
