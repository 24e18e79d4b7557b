using System.Text.Json;
using Aep.Sdk.Emulator.StreamingIngestion.Validation;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>A message whose envelope is right.</summary>
/// <param name="Id">The <c>xactionId</c>.</param>
/// <param name="DatasetId">Where its entity goes.</param>
/// <param name="Rules">The schema of the dataset.</param>
/// <param name="Entity">The <c>xdmEntity</c>.</param>
internal sealed record StreamMessage(string Id, string DatasetId, EntityRules Rules, JsonElement Entity)
{
    /// <summary>What is wrong with the entity: at most five faults, as AEP stops there.</summary>
    public IReadOnlyList<Violation> Validate() => EntityValidator.Validate(Rules, Entity);
}
