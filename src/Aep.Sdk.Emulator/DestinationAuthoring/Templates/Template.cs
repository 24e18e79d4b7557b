using System.Text;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>
/// A template of Destination SDK: the part of Pebble that Adobe supports. Tags <c>if</c>, <c>for</c>, <c>set</c> and <c>filter</c>,
/// expressions, filters, and the functions of Adobe. Everything else is an error that says where it stands.
/// </summary>
internal sealed class Template
{
    private readonly string _text;
    private readonly TemplateNode _root;

    private Template(string text, TemplateNode root) => (_text, _root) = (text, root);

    /// <exception cref="TemplateException">The template cannot be read.</exception>
    public static Template Parse(string text) => new(text, new TemplateParser(TemplateLexer.Read(text)).ReadAll());

    /// <summary>Writes the template with the values of its variables.</summary>
    /// <exception cref="Gateway.ApiException">400: it cannot be read or rendered, with line and column.</exception>
    public static string Render(string text, string what, IReadOnlyDictionary<string, object?> context)
    {
        try
        {
            return Parse(text).Render(context);
        }
        catch (TemplateException exception)
        {
            throw AuthoringErrors.Invalid($"{what}, {exception.Describe(text)}");
        }
    }

    /// <exception cref="TemplateException">A value is not what a filter or an operator takes.</exception>
    public string Render(IReadOnlyDictionary<string, object?> context)
    {
        var output = new StringBuilder(_text.Length);
        _root(new TemplateScope(context), output);
        return output.ToString();
    }
}
