namespace Aep.Sdk.Emulator.Sql;

internal enum SqlTokenKind
{
    /// <summary>A keyword or an unquoted name.</summary>
    Word,

    /// <summary>A name in double quotes.</summary>
    QuotedName,

    /// <summary>A name in backticks, as Spark writes it.</summary>
    BacktickName,

    /// <summary>A name behind a dot that turned out to be a field of the items of a list.</summary>
    ItemField,

    /// <summary>A string literal: 'text', E'text' or $tag$text$tag$.</summary>
    String,
    Number,

    /// <summary>The <c>$$</c> around an anonymous block.</summary>
    BlockQuote,

    /// <summary>A block variable, <c>@name</c>.</summary>
    Variable,

    /// <summary>A parameter: <c>$1</c> of the extended protocol, <c>$name</c> of a template.</summary>
    Parameter,

    /// <summary>Operators and punctuation.</summary>
    Symbol,
}
