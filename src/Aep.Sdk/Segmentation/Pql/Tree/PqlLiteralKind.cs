namespace Aep.Sdk.Segmentation;

/// <summary>Kinds of literals; the names are those of <c>literalType</c>.</summary>
internal enum PqlLiteralKind
{
    String,
    Boolean,
    Integer,
    Double,
    Null,
}
