import { Document, isScalar, Node, parseDocument, Scalar } from 'yaml';
import { locate, offsetInScalar } from './yamlPositions';

const query = `sum by (job) (
  rate(http_requests_total{code=~"5..|4[0-9]+", path!='it\\'s'}[5m])
)
  /
sum(all) # no comment
`;

describe('offsetInScalar', () => {
  it.each<[Scalar.Type, string]>([
    [Scalar.PLAIN, 'sum(rate(x{a="b"}[5m])) / sum(y)'],
    [Scalar.QUOTE_SINGLE, `sum(x{a='b', c=''}) / sum(y)`],
    [Scalar.QUOTE_DOUBLE, query],
    [Scalar.BLOCK_LITERAL, query],
    [Scalar.BLOCK_FOLDED, query],
  ])('finds every character of a value written as %s', (type, value) => {
    const written = new Document({ before: 1, list: [{ query: value }] });
    const scalar = written.getIn(['list', 0, 'query'], true) as Scalar;
    scalar.type = type;
    const text = written.toString();
    const document = parseDocument(text);
    const path = ['list', 0, 'query'];
    const { node, offset } = locate(document, document.contents as Node, path);
    expect(isScalar(node) && [node.type, node.value]).toEqual([type, value]);
    for (let at = 0; at < value.length; at++) {
      if (/\s/.test(value[at])) continue;
      const found = text.slice(offsetInScalar(text, offset, value, at));
      // What needs an escape begins with it.
      expect(found.replace(/^\\(["\\])|^'(')/, '$1$2')[0]).toBe(value[at]);
    }
  });

  it('is content with the beginning where the offset is beyond the end', () => {
    expect(offsetInScalar('a: xy', 3, 'xy', 9)).toBe(3);
  });
});
