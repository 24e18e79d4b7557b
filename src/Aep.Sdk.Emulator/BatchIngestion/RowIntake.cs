using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Takes the rows of a file one by one: a good one goes into the file of checked rows, a bad one into the report.</summary>
internal sealed class RowIntake : IDisposable
{
    private const int MaxShown = 1000;

    private readonly RowConverter _converter;
    private readonly RowReport _report;
    private readonly string _file;
    private readonly FileStream _target;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _writer;

    public RowIntake(RowConverter converter, RowReport report, string file, string target)
    {
        _converter = converter;
        _report = report;
        _file = file;
        _target = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: false);
        _writer = new Utf8JsonWriter(_line, new JsonWriterOptions { SkipValidation = true });
    }

    public void Take(long row, ReadOnlyMemory<byte> content)
    {
        _line.ResetWrittenCount();
        _writer.Reset();
        try
        {
            if (_converter.Convert(content.Span, _writer) is { } fault)
            {
                Refuse(row, content, fault);
                return;
            }
        }
        catch (JsonException)
        {
            RefuseCorrupt(row, content);
            return;
        }
        _writer.Flush();
        _line.Write("\n"u8);
        _target.Write(_line.WrittenSpan);
        _report.CountGood();
    }

    public void Refuse(long row, string text, bool isWholeFile)
    {
        if (isWholeFile)
            _report.RefuseFile(_file, row, text);
        else
            _report.Refuse(_file, row, text, "the row has not as many values as the header has names");
    }

    public void RefuseFile(string message) => _report.RefuseFile(_file, 1, message);

    public void Dispose()
    {
        _writer.Dispose();
        _target.Dispose();
    }

    // The first fault may stand before the place where the row ceases to be JSON: then that is what is wrong with it.
    private void Refuse(long row, ReadOnlyMemory<byte> content, RowFault fault)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(content);
            _report.Refuse(_file, row, document.RootElement, fault);
        }
        catch (JsonException)
        {
            RefuseCorrupt(row, content);
        }
    }

    private void RefuseCorrupt(long row, ReadOnlyMemory<byte> content) =>
        _report.Refuse(
            _file, row, Encoding.UTF8.GetString(content.Span[..Math.Min(content.Length, MaxShown)]), "the row is not valid JSON");
}
