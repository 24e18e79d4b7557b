using System.Text.Json;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>A row that another service has refused, with its reason.</summary>
internal sealed record RefusedRow(JsonElement Content, RowFault Fault);
