/** Websites under their first topic, in the order in which topics are known. */
import { type Topic, TOPICS } from "#shared/topics.ts";
import type { OfferedWebsite } from "#kiosk/live/offered.ts";

export interface TopicOf {
  /** `null`: none of those that have a name in every language. */
  readonly topic: Topic | null;
  readonly sites: readonly OfferedWebsite[];
}

export function byTopic(websites: readonly OfferedWebsite[]): readonly TopicOf[] {
  const topicOf = ({ website }: OfferedWebsite): Topic | null =>
    TOPICS.find((topic) => website.topics.includes(topic)) ?? null;
  return [...TOPICS, null].flatMap((topic) => {
    const sites = websites.filter((one) => topicOf(one) === topic);
    return sites.length > 0 ? [{ topic, sites }] : [];
  });
}

export function topicKey(topic: Topic): `topic.${Topic}` {
  return `topic.${topic}`;
}
