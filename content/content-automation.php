<?php
// What content automation marks its posts with, so that each can be found again, and the description that search engines show.
const TENANTSMITH_MARKS = array('tenantsmith_workflow', 'tenantsmith_kind', 'tenantsmith_description');
// One line, and no longer than any search engine shows; it is escaped where it is printed.
function tenantsmith_mark($text) {
    $line = preg_replace('/[\s\x00-\x1F\x7F]+/u', ' ', wp_check_invalid_utf8((string) $text, true));
    return mb_substr(trim((string) $line), 0, 320);
}
function tenantsmith_description() {
    $post = is_singular('post') ? get_queried_object() : null;
    return $post instanceof WP_Post && !post_password_required($post) ? (string) get_post_meta($post->ID, 'tenantsmith_description', true) : '';
}
add_action('init', function () {
    foreach (TENANTSMITH_MARKS as $name) {
        register_post_meta('post', $name, array('type' => 'string', 'single' => true, 'show_in_rest' => true, 'sanitize_callback' => 'tenantsmith_mark',
            'auth_callback' => function ($allowed, $name, $post, $user) { return user_can($user, 'edit_post', $post); }));
    }
});
// Whoever asks the API is known before WordPress looks whether a password was wrong; else it takes who had a wrong one for a stranger.
add_filter('rest_authentication_errors', function ($errors) {
    is_user_logged_in();
    return $errors;
}, 80);
// Strangers learn nothing of it: a published post looks as if somebody had typed it.
add_filter('rest_prepare_post', function ($response) {
    $data = $response->get_data();
    if (isset($data['meta']) && is_array($data['meta']) && !current_user_can('edit_posts')) {
        $data['meta'] = array_diff_key($data['meta'], array_flip(TENANTSMITH_MARKS));
        $response->set_data($data);
    }
    return $response;
});
// The post of a workflow, whatever became of it.
add_filter('rest_post_collection_params', function ($params) {
    $params['tenantsmith_workflow'] = array('description' => 'Posts of this workflow.', 'type' => 'string', 'pattern' => '^wf-[0-9a-f]{20}$');
    return $params;
});
add_filter('rest_post_query', function ($query, $request) {
    if (is_string($request['tenantsmith_workflow'])) {
        $query['meta_query'] = array(array('key' => 'tenantsmith_workflow', 'value' => $request['tenantsmith_workflow']));
        // Who may not know is told that there is none.
        if (!current_user_can('edit_posts')) {
            $query['post__in'] = array(0);
        }
    }
    return $query;
}, 10, 2);
// Yoast prints one description: its own, or this where a post has none of its own.
add_filter('wpseo_metadesc', function ($text) {
    return (string) $text === '' ? tenantsmith_description() : $text;
});
add_action('wp_head', function () {
    $text = defined('WPSEO_VERSION') ? '' : tenantsmith_description();
    if ($text !== '') {
        echo '<meta name="description" content="' . esc_attr($text) . "\">\n";
    }
}, 1);
