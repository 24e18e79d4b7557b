using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// Macros of the engine that decide by the type of an argument. When the engine chooses, it does not know the type of an aggregate, of a
/// window or of the same macro yet; that of a lambda's parameter it does. Only such arguments take that way, which costs a list for each
/// row.
/// </summary>
internal static partial class TypedMacros
{
    private const string Parameter = "typed_value";
    private const string ItemMacro = "spark_item";

    public static readonly IReadOnlyDictionary<string, FunctionTranslation> All =
        new[] { "size", "cardinality", "reverse", "sequence", "shiftrightunsigned" }.ToDictionary(
            name => name, _ => (FunctionTranslation)(call => Call(call.Name, [.. call.Arguments])));

    public static string Call(string macro, params string[] arguments)
    {
        if (!Array.Exists(arguments, Untyped().IsMatch))
            return $"{macro}({string.Join(", ", arguments)})";
        if (arguments.Length == 1)
            return $"list_transform([{arguments[0]}], lambda {Parameter}: {macro}({Parameter}))[1]";
        string fields = string.Join(", ", arguments.Select((argument, index) => $"a{index} := {argument}"));
        string values = string.Join(", ", arguments.Select((_, index) => $"struct_extract({Parameter}, 'a{index}')"));
        return $"list_transform([struct_pack({fields})], lambda {Parameter}: {macro}({values}))[1]";
    }

    /// <summary>An item of a list or of a map: what it is depends on the type of the index alone.</summary>
    public static string Item(string operand, string index) =>
        Untyped().IsMatch(index) ? Call(ItemMacro, operand, index) : $"{ItemMacro}({operand}, {index})";

    [GeneratedRegex(
        @"\bOVER\b|\b(?:any_value|approx_\w+|arg_m\w+|arbitrary|array_agg|avg|bit_(?:and|or|xor)|bool_(?:and|or)|corr|count|count_if|countif"
        + @"|covar_\w+|entropy|f?avg|f?sum|first|last|group_concat|histogram|kurtosis\w*|list|listagg|mad|max|max_by|mean|median|min|min_by"
        + @"|mode|product|quantile\w*|regr_\w+|sem|skewness|spark_shift|stddev\w*|string_agg|var_\w+|variance)\s*\(",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Untyped();
}
