using System.Text.Json;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>Base connections: accounts on storages and systems (Flow Service <c>/connections</c>).</summary>
public class ConnectionsClient : FlowResourcesClient<Connection, ConnectionDefinition>
{
    private readonly IConnectionsApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected ConnectionsClient() => _api = null!;

    internal ConnectionsClient(IConnectionsApi api, TimeProvider time)
        : base(new FlowResourceRoutes<Connection, ConnectionDefinition>("/connections")
        {
            List = api.ListAsync,
            Get = api.GetAsync,
            Create = api.CreateAsync,
            Update = api.UpdateAsync,
            Delete = api.DeleteAsync,
        }, time) => _api = api;

    /// <summary>Whether the other end can be reached with the connection's credentials (<c>GET /connections/{id}/test</c>).</summary>
    /// <param name="id">The connection's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepRequestException">Flow Service says why it cannot be reached.</exception>
    public virtual async Task<bool> TestAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.TestAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /connections/{id}/test").Result;
    }

    /// <summary>What lies at a place of the other end: folders, files or tables (<c>GET /connections/{id}/explore</c>).</summary>
    /// <param name="id">The connection's id.</param>
    /// <param name="folder">The folder; null for the root.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyList<ConnectionItem>> ExploreAsync(
        string id, string? folder = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        JsonElement answer =
            await _api.ExploreAsync(id, folder is null ? "root" : "folder", folder, cancellationToken).ConfigureAwait(false);
        return FlowItems.Read(answer, FlowsJson.Default.IReadOnlyListConnectionItem);
    }

    /// <summary>The columns and the first rows of a file at the other end (<c>GET /connections/{id}/explore</c> with a preview).</summary>
    /// <param name="id">The connection's id.</param>
    /// <param name="path">The file.</param>
    /// <param name="format">Its format.</param>
    /// <param name="compression">How it is compressed, for example <c>gzip</c>; null if it is not.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<FilePreview> PreviewAsync(
        string id, string path, FlowFileFormat format, string? compression = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentException.ThrowIfNullOrEmpty(path);
        FilePreview? preview = await _api.PreviewAsync(id, "file", path, format.ToString(), preview: true, compression, cancellationToken)
            .ConfigureAwait(false);
        return preview.Required("GET /connections/{id}/explore");
    }

    /// <summary>What can be chosen for a property of the connection (<c>GET /connections/{id}/configs</c>).</summary>
    /// <param name="id">The connection's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyList<ConfigItem>> GetConfigsAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return FlowItems.Read(
            await _api.GetConfigsAsync(id, cancellationToken).ConfigureAwait(false), FlowsJson.Default.IReadOnlyListConfigItem);
    }

    /// <summary>Moves a connection to another state (<c>POST /connections/{id}/action</c>).</summary>
    /// <param name="id">The connection's id.</param>
    /// <param name="action">
    /// What to do: <see cref="FlowAction.Publish"/>, <see cref="FlowAction.Finalize"/> or <see cref="FlowAction.FinalizeUpdate"/>.
    /// </param>
    /// <param name="step">Which step of it.</param>
    /// <param name="progress">How far it is, for <see cref="FlowActionStep.Progress"/>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual Task ActAsync(
        string id, FlowAction action, FlowActionStep? step = null, FlowActionProgress? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return progress is null
            ? _api.ActAsync(id, action.ToString(), step?.ToString(), cancellationToken)
            : _api.ReportAsync(id, action.ToString(), step?.ToString(), progress, cancellationToken);
    }

    /// <summary>Connections that a query finds, page by page (<c>POST /connections/search</c>).</summary>
    /// <param name="search">The query.</param>
    public virtual AepPageable<Connection> SearchAsync(FlowSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        return FlowPaging.List<Connection>(
            (size, token, cancellationToken) => _api.SearchAsync(token, search.ToBody(size), cancellationToken));
    }
}
