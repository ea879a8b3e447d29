/** Keeps the words that a demonstration would have sent. Parameters: message, post, words, language. */
export const SHOW_SQL = `
  INSERT INTO message_shown (message_id, post_id, words, language) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`;
