import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { invalid, Problem } from '../../platform/problems/problem.js';
import type { Post } from '../../posts/post.entity.js';
import { PostsService } from '../../posts/posts.service.js';

/** Finds the post that somebody reports to, where the caller may report to it. */
@Injectable()
export class IntakePosts {
  constructor(private readonly posts: PostsService) {}

  /**
   * @param pointer where the code of the post stood in what was sent
   * @throws Problem `invalid-input`, `not-allowed` (another post's device or officer)
   */
  async open(caller: Caller, code: string, pointer: string): Promise<Post> {
    const post = await this.posts.byCode(code).catch(() => {
      throw invalid({ pointer, code: 'not-a-choice' });
    });
    if (caller.role !== 'everyone' && !caller.posts.includes(post.id))
      throw new Problem('forbidden', 'not-allowed');
    return post;
  }
}
