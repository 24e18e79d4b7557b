namespace Aep.Sdk.Datasets;

/// <summary>Why a batch failed.</summary>
public sealed record BatchError
{
    /// <summary>AEP's code.</summary>
    public string? Code { get; init; }

    /// <summary>AEP's description.</summary>
    public string? Description { get; init; }

    /// <summary>The rows that it is about: numbers, or ranges as <c>3-5</c>.</summary>
    public IReadOnlyList<string>? Rows { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Description}";
}
