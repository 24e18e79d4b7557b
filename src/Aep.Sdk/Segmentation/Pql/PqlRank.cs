namespace Aep.Sdk.Segmentation;

/// <summary>How tightly the parts of an expression hold together, loosest first.</summary>
internal enum PqlRank
{
    Any,
    Or,
    And,
    Not,
    Comparison,
    Sum,
    Product,
    Negation,
    Primary,
}
