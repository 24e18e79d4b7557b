using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.XPath;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The XPath functions of Spark over an XML text. An empty text or path gives NULL; a document type is refused.</summary>
internal static class XPathFunctions
{
    private const NumberStyles Digits = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    // Most statements have one path for all their rows.
    [ThreadStatic]
    private static XPathExpression? _last;

    /// <summary>The values of the nodes, as a JSON array of texts: an element has none.</summary>
    public static string? Nodes(string xml, string path) => Evaluate(xml, path) switch
    {
        null => null,
        XPathNodeIterator nodes => new JsonArray([.. nodes.Cast<XPathNavigator>().Select(Value)]).ToJsonString(),
        _ => throw new ArgumentException($"The XPath {path} selects no nodes: use xpath_string, xpath_double or xpath_boolean."),
    };

    /// <summary>The text of the first node, or of the value.</summary>
    public static string? Text(string xml, string path) => Evaluate(xml, path) switch
    {
        XPathNodeIterator nodes => nodes.MoveNext() ? nodes.Current!.Value : "",
        bool value => value ? "true" : "false",
        double value => value.ToString(CultureInfo.InvariantCulture),
        object value => value.ToString(),
        null => null,
    };

    /// <summary>The number of the first node, or of the value: zero without a node, NaN if it is no number.</summary>
    public static double? Number(string xml, string path) => Evaluate(xml, path) switch
    {
        XPathNodeIterator nodes => nodes.MoveNext() ? Number(nodes.Current!.Value) : 0,
        bool value => value ? 1 : 0,
        double value => value,
        object value => Number(value.ToString()!),
        null => null,
    };

    /// <summary>Whether there is a node, or the value counts as true.</summary>
    public static bool? Boolean(string xml, string path) => Evaluate(xml, path) switch
    {
        XPathNodeIterator nodes => nodes.Count > 0,
        bool value => value,
        double value => value is not (0 or double.NaN),
        object value => value.ToString()!.Length > 0,
        null => null,
    };

    private static JsonNode? Value(XPathNavigator node) =>
        node.NodeType is XPathNodeType.Element or XPathNodeType.Root ? null : JsonValue.Create(node.Value);

    private static double Number(string text) =>
        double.TryParse(text.Trim(), Digits, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;

    private static object? Evaluate(string xml, string path)
    {
        if (xml.Length == 0 || path.Length == 0)
            return null;
        if (_last?.Expression != path)
            _last = XPathExpression.Compile(path);
        using var reader = XmlReader.Create(
            new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return new XPathDocument(reader, XmlSpace.Preserve).CreateNavigator().Evaluate(_last);
    }
}
