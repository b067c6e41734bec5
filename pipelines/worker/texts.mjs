/** What a picture says, text by text. */
export function textsOf(svg) {
  const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#160;': '\u00a0', '&amp;': '&' };
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, content]) =>
    content.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|amp|#39|#160);/g, (entity) => entities[entity]),
  );
}
