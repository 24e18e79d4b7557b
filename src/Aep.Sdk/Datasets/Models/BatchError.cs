namespace Aep.Sdk.Datasets;

/// <summary>Why a batch failed.</summary>
public sealed record BatchError
{
    /// <summary>AEP's code.</summary>
    public string? Code { get; init; }

    /// <summary>AEP's description.</summary>
    public string? Description { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Description}";
}
