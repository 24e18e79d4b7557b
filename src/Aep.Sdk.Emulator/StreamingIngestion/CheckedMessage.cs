using Aep.Sdk.Emulator.StreamingIngestion.Validation;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>
/// A message with what was found wrong with its entity; with nothing wrong it goes into the dataset, else into a failed batch.
/// </summary>
internal sealed record CheckedMessage(StreamMessage Message, IReadOnlyList<Violation> Violations);
