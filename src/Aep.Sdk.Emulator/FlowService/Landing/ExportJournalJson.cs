using System.Text.Json.Serialization;

namespace Aep.Sdk.Emulator.FlowService.Landing;

[JsonSerializable(typeof(ExportJournal))]
internal sealed partial class ExportJournalJson : JsonSerializerContext;
