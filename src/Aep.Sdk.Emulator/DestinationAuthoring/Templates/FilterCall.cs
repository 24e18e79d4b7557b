namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>A filter behind a value: <c>| name(arguments)</c>.</summary>
internal static class FilterCall
{
    public static TemplateExpression Read(TemplateTokens tokens, ExpressionReader reader, TemplateExpression value)
    {
        tokens.Expect("|");
        return ReadName(tokens, reader, value);
    }

    /// <summary>Reads the call without the bar.</summary>
    public static TemplateExpression ReadName(TemplateTokens tokens, ExpressionReader reader, TemplateExpression value)
    {
        TemplateToken name = tokens.Current;
        TemplateFilter filter = TemplateFilter.Find(tokens.Name())
            ?? throw new TemplateException(
                $"The filter '{name.Text}' is not known: use {string.Join(", ", TemplateFilter.Names)}.", name.Offset);
        TemplateArguments arguments = tokens.Is("(") ? reader.Arguments() : TemplateArguments.None;
        TemplateExpression?[] values = arguments.For(filter.Name, filter.Parameters, name.Offset);
        return scope => TemplateErrors.At(
            name.Offset, () => filter.Apply(value(scope), Array.ConvertAll(values, item => item?.Invoke(scope))));
    }
}
