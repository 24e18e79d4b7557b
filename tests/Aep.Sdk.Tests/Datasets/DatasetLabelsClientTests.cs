using System.Text.Json.Nodes;
using Aep.Sdk.Datasets;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Datasets;

public sealed class DatasetLabelsClientTests : IDisposable
{
    private const string Root = "/data/foundation/dataset/datasets";

    private readonly LabelServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Labels_are_written_against_the_version_that_was_read()
    {
        _server.Answer("GET", $"{Root}/d1/labels", """{"labels":["C1"],"optionalLabels":[],"own":1}""", "\"v1\"");
        _server.Answer("PUT", $"{Root}/d1/labels", """{"labels":["C1","C2"]}""", "\"v2\"");
        DatasetLabels read = await _server.Labels.GetAsync("d1");
        DatasetLabels written = await _server.Labels.PutAsync("d1", read with { Labels = ["C1", "C2"] });
        Assert.Equal(("\"v1\"", "\"v2\""), (read.ETag, written.ETag));
        Assert.Equal("\"v1\"", _server.Header("PUT", "If-Match"));
        Assert.Contains("\"own\":1", _server.Body("PUT"));
    }

    [Fact]
    public async Task The_first_labels_of_a_dataset_are_those_of_the_whole()
    {
        _server.Answer(
            "POST", $"{Root}/d1/labels", """{"labels":["C1"],"parents":[],"code":"PES-201","message":"POST Successful"}""", "\"v1\"");
        DatasetLabels written = await _server.Labels.PutAsync("d1", new DatasetLabels
        {
            Labels = ["C1"],
            Parents = [LabelledEntity.Dataset("d0"), LabelledEntity.Schema("_acme.schemas.1")],
        });
        Assert.Equal("\"v1\"", written.ETag);
        Assert.Empty(written.AdditionalProperties);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""
            {"entityId":{"id":"d1","type":"dataset","namespace":"AEP"},"labels":["C1"],
             "parents":[{"id":"d0","type":"dataset","namespace":"AEP"},{"id":"_acme.schemas.1","type":"schema","namespace":"AEP"}]}
            """), JsonNode.Parse(_server.Body("POST"))), _server.Body("POST"));
        var withField = new DatasetLabels { Fields = [new FieldLabels { Labels = ["C1"] }] };
        Assert.Contains(
            "LabelDescriptor", (await Assert.ThrowsAsync<ArgumentException>(() => _server.Labels.PutAsync("d1", withField))).Message);
    }

    [Fact]
    public async Task First_labels_that_somebody_else_has_written_meanwhile_are_a_conflict()
    {
        _server.Answer("POST", $"{Root}/d1/labels", """{"code":"PES-403","message":"exists"}""", "", 403);
        _server.Answer("GET", $"{Root}/d1/labels", """{"labels":["C9"]}""", "v1");
        AepConflictException conflict = await Assert.ThrowsAsync<AepConflictException>(
            () => _server.Labels.PutAsync("d1", new DatasetLabels { Labels = ["C1"] }));
        Assert.Equal("v1", conflict.CurrentVersion);
        Assert.Contains("PES-403", conflict.Message);
        Assert.Contains("Read it again", conflict.Message);
    }

    [Fact]
    public async Task First_labels_that_nobody_may_write_are_refused_as_the_service_does()
    {
        _server.Answer("POST", $"{Root}/d1/labels", """{"code":"PES-403","message":"no permission"}""", "", 403);
        await Assert.ThrowsAsync<AepPermissionException>(
            () => _server.Labels.PutAsync("d1", new DatasetLabels { Labels = ["C1"] }));
    }

    [Fact]
    public async Task Labels_that_stand_under_the_name_of_the_dataset_are_read_and_become_fewer()
    {
        _server.Answer("GET", $"{Root}/d1/labels", """
            {"AEP:dataset:d1":{"imsOrg":"o","labels":["C1"],"optionalLabels":[{"option":{"schemaPath":"/properties/age"},"labels":["S1","S2"]}]}}
            """, "v1");
        _server.Answer("PUT", $"{Root}/d1/labels", "{}", "v2");
        _server.Answer("DELETE", $"{Root}/d1/labels", "", "");
        DatasetLabels read = await _server.Labels.GetAsync("d1");
        FieldLabels age = Assert.Single(read.Fields);
        Assert.Equal(("C1", "S1 S2"), (string.Join(' ', read.Labels), string.Join(' ', age.Labels)));
        await _server.Labels.PutAsync("d1", read with { Fields = [age with { Labels = ["S1"] }] });
        Assert.Equal("""["S1"]""", JsonNode.Parse(_server.Body("PUT"))!["optionalLabels"]![0]!["labels"]!.ToJsonString());
        Assert.DoesNotContain("imsOrg", _server.Body("PUT"));
        await _server.Labels.DeleteAsync("d1", read);
        Assert.Equal("v1", _server.Header("DELETE", "If-Match"));
        await Assert.ThrowsAsync<ArgumentException>(() => _server.Labels.DeleteAsync("d1", new DatasetLabels()));
    }

    [Fact]
    public async Task Labels_that_somebody_else_has_written_meanwhile_are_a_conflict()
    {
        _server.Answer("PUT", $"{Root}/d1/labels", "{}", "", 412);
        await Assert.ThrowsAsync<AepConflictException>(() => _server.Labels.PutAsync("d1", new DatasetLabels { ETag = "\"v1\"" }));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_an_error()
    {
        _server.Answer("GET", $"{Root}/d1/labels", "<html>", "");
        await Assert.ThrowsAsync<AepResponseException>(() => _server.Labels.GetAsync("d1"));
        _server.Answer("GET", $"{Root}/d2/labels", "[]", "");
        await Assert.ThrowsAsync<AepResponseException>(() => _server.Labels.GetAsync("d2"));
    }

    /// <summary>Answers with an ETag, in order; the last answer stays. What it was not told is 404.</summary>
    private sealed class LabelServer : HttpMessageHandler
    {
        private readonly Dictionary<string, Queue<(string Body, string ETag, int Status)>> _answers = [];
        private readonly Dictionary<string, (string Body, HttpRequestMessage Request)> _seen = [];
        private readonly Aep.Sdk.Core.Pipeline.AepPipeline _pipeline;

        public LabelServer()
        {
            _pipeline = new(TestOptions.For(new Uri("http://127.0.0.1")) with { MaxRetries = 0 }, new FixedToken(), this);
            Labels = new DatasetsClient(_pipeline).Labels;
        }

        public DatasetLabelsClient Labels { get; }

        public void Answer(string method, string path, string body, string etag, int status = 200)
        {
            string key = $"{method} {path}";
            if (!_answers.TryGetValue(key, out var answers)) _answers[key] = answers = [];
            answers.Enqueue((body, etag, status));
        }

        public string Body(string method) => _seen[method].Body;

        public string Header(string method, string name) => _seen[method].Request.Headers.GetValues(name).Single();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            _seen[request.Method.Method] = (body, request);
            if (!_answers.TryGetValue($"{request.Method} {request.RequestUri!.AbsolutePath}", out var answers))
                return new HttpResponseMessage(System.Net.HttpStatusCode.NotFound) { Content = new StringContent("{}") };
            (string text, string etag, int status) = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
            var response =
                new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new StringContent(text, null, "application/json") };
            response.Headers.TryAddWithoutValidation("ETag", etag);
            return response;
        }
    }
}
