namespace Aep.Sdk.Destinations;

/// <summary>A column of an activated file.</summary>
/// <param name="Source">
/// What it holds: a profile attribute such as <c>_acme.userid</c>, or an identity such as <c>identityMap.ECID</c>.
/// </param>
/// <param name="Column">Its name in the header line. Experience Platform allows no dots in it.</param>
public sealed record ActivationField(string Source, string Column)
{
    /// <summary>Whether persons without it are left out.</summary>
    public bool IsMandatory { get; init; }
}
