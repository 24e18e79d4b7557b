namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Audiences whose members come from elsewhere.</summary>
internal static class ExternalAudiences
{
    public const string Kind = "externalAudiences";
}
