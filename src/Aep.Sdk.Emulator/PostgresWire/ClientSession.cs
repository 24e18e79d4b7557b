using Aep.Sdk.Emulator.QueryService.Queries;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Serves the messages of one client after its login.</summary>
internal sealed partial class ClientSession : IDisposable
{
    private readonly MessageReader _reader;
    private readonly MessageWriter _writer;
    private readonly TransactionBlock _transaction = new();
    private readonly ExtendedProtocol _extended;
    private readonly SimpleProtocol _simple;
    private readonly SqlSession _session;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private bool _skipToSync;

    /// <param name="session">The session.</param>
    /// <param name="log">Records that a statement starts.</param>
    /// <param name="reader">What the client sends.</param>
    /// <param name="writer">What it is answered.</param>
    /// <param name="time">The platform's clock.</param>
    /// <param name="logger">For errors of the platform itself.</param>
    public ClientSession(
        SqlSession session, Func<SqlStatement, InteractiveQuery?> log, MessageReader reader, MessageWriter writer, TimeProvider time,
        ILogger logger)
    {
        (_session, _reader, _writer, _time, _logger) = (session, reader, writer, time, logger);
        _extended = new ExtendedProtocol(session, log, writer, _transaction);
        _simple = new SimpleProtocol(session, log, writer, _transaction);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        ReadyForQuery.Write(_writer, _transaction.Status);
        await _writer.FlushAsync(cancellationToken);
        while (await NextAsync(cancellationToken) is FrontendMessage message && message.Type != FrontendMessage.Terminate)
        {
            if (_skipToSync && message.Type is not (FrontendMessage.Sync or FrontendMessage.Query))
                continue;
            try
            {
                await HandleAsync(message, cancellationToken);
            }
            catch (SqlErrorException error)
            {
                Fail(message, error);
            }
            catch (Exception exception) when (exception is not (IOException or OperationCanceledException or ObjectDisposedException))
            {
                LogUnexpected(exception);
                Fail(message, new SqlErrorException(SqlState.SystemError, $"Internal System Error [{exception.Message}]"));
            }
            if (message.Type is FrontendMessage.Query or FrontendMessage.Sync or FrontendMessage.Flush)
                await _writer.FlushAsync(cancellationToken);
        }
    }

    public void Dispose() => _extended.Dispose();

    private async ValueTask<FrontendMessage?> NextAsync(CancellationToken cancellationToken)
    {
        if (SessionTimes.Limit(_session.Settings, SessionTimes.Idle) is not TimeSpan limit || _transaction.Status != TransactionStatus.Idle)
            return await _reader.ReadAsync(cancellationToken);
        using var idle = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        try
        {
            return await _reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (idle.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new SqlErrorException(SqlState.IdleSessionTimeout, "terminating connection due to idle-session timeout");
        }
    }

    private async ValueTask HandleAsync(FrontendMessage message, CancellationToken cancellationToken)
    {
        _session.Engine.Begin();
        bool limited = message.Type is FrontendMessage.Query or FrontendMessage.Execute or FrontendMessage.Describe;
        await using ITimer? timer = limited && SessionTimes.Limit(_session.Settings, SessionTimes.Statement) is TimeSpan limit
            ? _time.CreateTimer(_ => _session.Engine.Expire(), null, limit, Timeout.InfiniteTimeSpan)
            : null;
        await AnswerAsync(message, cancellationToken);
    }

    private void Fail(FrontendMessage message, SqlErrorException error)
    {
        _transaction.Failed();
        ErrorResponse.Write(_writer, error);
        if (message.Type == FrontendMessage.Query)
            ReadyForQuery.Write(_writer, _transaction.Status);
        else
            _skipToSync = message.Type != FrontendMessage.Sync;
    }

    private async ValueTask AnswerAsync(FrontendMessage message, CancellationToken cancellationToken)
    {
        MessageCursor body = message.Read();
        switch (message.Type)
        {
            case FrontendMessage.Query:
                _skipToSync = false;
                await _simple.QueryAsync(body.ReadString(), cancellationToken);
                ReadyForQuery.Write(_writer, _transaction.Status);
                break;
            case FrontendMessage.Parse:
                _extended.Parse(ParseMessage.Read(body));
                break;
            case FrontendMessage.Bind:
                _extended.Bind(BindMessage.Read(body));
                break;
            case FrontendMessage.Describe:
                _extended.Describe(TargetMessage.Read(body));
                break;
            case FrontendMessage.Execute:
                await _extended.ExecuteAsync(ExecuteMessage.Read(body), cancellationToken);
                break;
            case FrontendMessage.Close:
                _extended.Close(TargetMessage.Read(body));
                break;
            case FrontendMessage.Sync:
                _skipToSync = false;
                _extended.Sync();
                ReadyForQuery.Write(_writer, _transaction.Status);
                break;
            case FrontendMessage.Flush:
                break;
            default:
                throw new SqlErrorException(SqlState.ProtocolViolation, $"Unsupported message type '{message.Type}'");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A statement failed unexpectedly")]
    private partial void LogUnexpected(Exception exception);
}
