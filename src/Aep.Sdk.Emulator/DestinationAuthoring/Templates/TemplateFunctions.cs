namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>The functions: two of Pebble, and those that Adobe has added.</summary>
internal static class TemplateFunctions
{
    private static readonly Dictionary<string, Func<object?, object?>> OfAudiences = new()
    {
        ["addedSegments"] = AudienceFilters.Added,
        ["removedSegments"] = AudienceFilters.Removed,
        ["hasSegments"] = value => AudienceFilters.HasAny(value),
    };

    /// <exception cref="TemplateException">There is no such function, or it takes other arguments.</exception>
    public static TemplateExpression Call(TemplateToken name, TemplateArguments arguments)
    {
        if (OfAudiences.TryGetValue(name.Text, out Func<object?, object?>? function))
        {
            return arguments.For(name.Text, ["audiences"], name.Offset)[0] is { } audiences
                ? scope => TemplateErrors.At(name.Offset, () => function(audiences(scope)))
                : throw new TemplateException($"'{name.Text}' needs the map of audiences.", name.Offset);
        }
        return name.Text switch
        {
            "max" => Extreme(name, arguments, sign: 1),
            "min" => Extreme(name, arguments, sign: -1),
            "range" => throw new TemplateException("The function 'range' is not supported by Destination SDK.", name.Offset),
            _ => throw new TemplateException(
                $"The function '{name.Text}' is not known: use {string.Join(", ", OfAudiences.Keys.Concat(["max", "min"]).Order())}.",
                name.Offset),
        };
    }

    private static TemplateExpression Extreme(TemplateToken name, TemplateArguments arguments, int sign)
    {
        if (arguments.Positional.Count == 0 || arguments.Named.Count > 0)
            throw new TemplateException($"'{name.Text}' needs one number at least.", name.Offset);
        return scope => TemplateErrors.At(name.Offset, () => arguments.Positional.Select(argument => argument(scope))
            .Aggregate((best, next) => TemplateValues.Compare(next, best) * sign > 0 ? next : best));
    }
}
