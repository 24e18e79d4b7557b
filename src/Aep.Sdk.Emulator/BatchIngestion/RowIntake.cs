using System.Buffers;
using System.Text.Json;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Takes rows one by one: a good one goes into the file of checked rows, a bad one into the report.</summary>
internal sealed class RowIntake : IAsyncDisposable
{
    private readonly RowConverter _converter;
    private readonly RowReport _report;
    private readonly FileStream _target;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _writer;

    public RowIntake(RowConverter converter, RowReport report, string target)
    {
        _converter = converter;
        _report = report;
        _target = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: false);
        _writer = new Utf8JsonWriter(_line);
    }

    public Task TakeAsync(string file, long row, JsonElement content)
    {
        _line.ResetWrittenCount();
        _writer.Reset(_line);
        if (_converter.Convert(content, _writer) is { } fault)
            return _report.RefuseAsync(file, row, content, fault);
        _writer.Flush();
        _target.Write(_line.WrittenSpan);
        _target.WriteByte((byte)'\n');
        _report.CountGood();
        return Task.CompletedTask;
    }

    public Task RefuseAsync(string file, long row, string text, bool isWholeFile) =>
        isWholeFile ? _report.RefuseFileAsync(file, row, text) : _report.RefuseAsync(file, row, text);

    public Task RefuseFileAsync(string file, string message) => _report.RefuseFileAsync(file, 1, message);

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _target.DisposeAsync();
    }
}
