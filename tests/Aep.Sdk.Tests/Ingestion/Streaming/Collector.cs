using System.Net;
using System.Text.Json.Nodes;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Datasets;
using Aep.Sdk.Flows;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Schemas;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Ingestion.Streaming;

/// <summary>Data collection that answers each request as told, and remembers which records it has.</summary>
internal sealed class Collector : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly AepPipeline _pipeline;
    private int _request;

    public Collector(Func<int, string[], Answer>? answer = null, TimeProvider? time = null)
    {
        AnswerTo = answer ?? ((_, _) => Answer.Takes);
        // A test that moves the clock must not be quicker than the patience for an answer, however busy the machine is.
        AepOptions options = TestOptions.For(new Uri("http://127.0.0.1"), time) with
        {
            MaxRetries = 0,
            RequestTimeout = TimeSpan.FromDays(20),
        };
        _pipeline = new AepPipeline(options, new FixedToken(), this);
        Streaming = new IngestionClient(
            _pipeline, new DatasetsClient(_pipeline), new SchemasClient(_pipeline), new FlowsClient(_pipeline)).Streaming;
    }

    public StreamingClient Streaming { get; }

    /// <summary>The ids of each request that arrived.</summary>
    public List<string[]> Requests { get; } = [];

    /// <summary>The ids of the records that it has, as often as it has taken them.</summary>
    public List<string> Taken { get; } = [];

    /// <summary>Requests wait here before they are answered.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    private Func<int, string[], Answer> AnswerTo { get; }

    public Task<StreamingProducer<StreamedEvent>> OpenAsync(
        List<UndeliveredMessage<StreamedEvent>> back, StreamingProducerOptions? options = null) =>
        Streaming.OpenProducerAsync(StreamedEvent.Inlet("http://127.0.0.1"), StreamedJson.Default.StreamedEvent, message =>
        {
            back.Add(message);
            return ValueTask.CompletedTask;
        }, options);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        JsonNode body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        string[] ids = [.. body["messages"]!.AsArray().Select(message => (string)message!["body"]!["xdmEntity"]!["_id"]!)];
        Answer answer;
        lock (_gate)
        {
            Requests.Add(ids);
            answer = AnswerTo(_request++, ids);
            Taken.AddRange(ids.Where((_, index) => answer.Has(index)));
        }
        await Gate.WaitAsync(cancellationToken);
        return answer.Respond(ids.Length);
    }

    /// <summary>What becomes of the records of a request, and what the sender hears of it.</summary>
    internal sealed record Answer(HttpStatusCode Status, Func<int, int> StatusOf, bool TakesAll = false)
    {
        public static Answer Takes { get; } = new(HttpStatusCode.MultiStatus, _ => 200);

        public static Answer Unavailable { get; } = new(HttpStatusCode.ServiceUnavailable, _ => 503);

        public static Answer NotReached { get; } = new(0, _ => -1);

        public static Answer BreaksOff(bool afterTaking) => new(0, _ => 0, afterTaking);

        public static Answer Broken(bool afterTaking) => new(HttpStatusCode.InternalServerError, _ => 500, afterTaking);

        public static Answer Each(Func<int, int> status) => new(HttpStatusCode.MultiStatus, status);

        public bool Has(int index) => TakesAll || (Status == HttpStatusCode.MultiStatus && StatusOf(index) < 300);

        public HttpResponseMessage Respond(int count)
        {
            if (Status == 0)
                throw new HttpRequestException(
                    StatusOf(0) < 0 ? HttpRequestError.ConnectionError : HttpRequestError.ResponseEnded, "broken on purpose");
            var responses = new JsonArray([.. Enumerable.Range(0, count).Select(StatusOf).Select(status => (JsonNode)(status < 300
                ? new JsonObject { ["xactionId"] = "x" }
                : new JsonObject { ["statusCode"] = status, ["message"] = "no" }))]);
            return new HttpResponseMessage(Status)
            {
                Content = new StringContent(new JsonObject { ["responses"] = responses }.ToJsonString(), null, "application/json")
            };
        }
    }
}
