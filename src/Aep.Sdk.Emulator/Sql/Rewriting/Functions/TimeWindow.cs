using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// <c>window(time, '10 minutes')</c>: the window of time that a moment falls into, as a struct of start and end. Windows that overlap would
/// make several rows of one and are not supported.
/// </summary>
internal static class TimeWindow
{
    public const string Name = "window";

    public static readonly IReadOnlyDictionary<string, FunctionTranslation> All =
        new Dictionary<string, FunctionTranslation> { [Name] = Window };

    private static string Window(FunctionCall call)
    {
        string length = Interval(call.Takes(2, 4), 1);
        if (call.Count > 2 && Interval(call, 2) != length)
            throw SqlErrorException.NotSupported("window with a slide that is not its length", call.Position);
        string origin = $"TIMESTAMP '1970-01-01'{(call.Count > 3 ? $" + {Interval(call, 3)}" : "")}";
        string start = $"time_bucket({length}, spark_time({call[0]}), {origin})";
        return $"struct_pack(\"start\" := {start}, \"end\" := {start} + {length})";
    }

    private static string Interval(FunctionCall call, int argument) => call.Literal(argument) is string text
        ? $"INTERVAL {DuckDb.Literal(text)}"
        : throw SqlErrorException.NotSupported("window with a length that is no string literal", call.Position);
}
