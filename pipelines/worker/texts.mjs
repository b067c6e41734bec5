/** What a picture says, text by text. */
export const textsOf = (svg) => [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, content]) => plain(content.replace(/<[^>]*>/g, '')));

/** What is written in SVG, as it is read. */
export const plain = (content) => content.replace(/&(?:lt|gt|quot|amp|#39|#160);/g, (entity) => entities[entity]);

const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#160;': '\u00a0', '&amp;': '&' };
