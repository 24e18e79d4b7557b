namespace Aep.Sdk.Mappings;

internal sealed class ValidationAnswer
{
    public IReadOnlyList<MappingValidation> ValidationResponse { get => field ?? []; init; }
}
